import type { Vehicle } from '../../../contract/carriers.ts'
import type { LoadingCode } from '../../../contract/codes.ts'
import { canLoad, PHYSICAL_LOADING } from '../compatibility.ts'
import { NOT_APPLICABLE, PASSES, UNKNOWN, vetoed, type Verdict, type VehicleVeto } from './veto.ts'

/**
 * Loading and unloading have separate lists under one flag: all of a list's ways are required, or any of them. A
 * vehicle whose ways are not declared is unknown unless its body rules them out.
 */
export const loading: VehicleVeto = (vehicle, { load }) => {
  const atLoading = judgeWays(vehicle, load.loading, load.loadingAll)
  return atLoading.state === 'vetoed'
    ? atLoading
    : weaker(atLoading, judgeWays(vehicle, load.unloading, load.loadingAll))
}

function judgeWays(vehicle: Vehicle, ways: LoadingCode[], all: boolean): Verdict {
  if (ways.length === 0) return NOT_APPLICABLE
  let [yes, no] = [0, 0]
  for (const way of ways) {
    const answer = canLoad(vehicle, way)
    if (answer === 'yes') yes++
    else if (answer === 'no') no++
  }
  const fails = all ? no > 0 : no === ways.length
  if (fails) return vetoed({ kind: 'loading', needs: ways, all, has: waysOf(vehicle) })
  return (all ? yes === ways.length : yes > 0) ? PASSES : UNKNOWN
}

function waysOf(vehicle: Vehicle): LoadingCode[] {
  if (vehicle.loading.length > 0) return vehicle.loading
  return vehicle.body === null ? [] : [...(PHYSICAL_LOADING[vehicle.body] ?? [])]
}

function weaker(first: Verdict, second: Verdict): Verdict {
  if (second.state === 'vetoed' || first.state === 'not_applicable') return second
  return second.state === 'unknown' ? second : first
}
