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
  const answers = ways.map((way) => canLoad(vehicle, way))
  const fails = all ? answers.includes('no') : answers.every((answer) => answer === 'no')
  if (fails) return vetoed({ kind: 'loading', needs: ways, all, has: waysOf(vehicle) })
  const done = all ? answers.every((answer) => answer === 'yes') : answers.includes('yes')
  return done ? PASSES : UNKNOWN
}

function waysOf(vehicle: Vehicle): LoadingCode[] {
  if (vehicle.loading.length > 0) return vehicle.loading
  return vehicle.body === null ? [] : [...(PHYSICAL_LOADING[vehicle.body] ?? [])]
}

function weaker(first: Verdict, second: Verdict): Verdict {
  if (second.state === 'vetoed' || first.state === 'not_applicable') return second
  return second.state === 'unknown' ? second : first
}
