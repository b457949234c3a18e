import { ref, shallowRef } from 'vue'
import type { ReportAnswer, ReportQuery } from '../../contract/profit-report.ts'
import { type Api, ApiProblem } from '../shared/api.ts'
import type { AnyProblemCode } from '../shared/sentences/problem.ts'

/** The report on screen and what is asked next: the last question wins, whatever comes back when. */
export function useReport(api: Api, first: ReportAnswer) {
  const report = shallowRef(first)
  const query = shallowRef<ReportQuery>(first.query)
  const loading = ref(false)
  const problem = ref<AnyProblemCode | null>(null)
  let asked = 0

  async function ask(change: Partial<ReportQuery>): Promise<void> {
    query.value = { ...query.value, ...change }
    const turn = ++asked
    loading.value = true
    problem.value = null
    try {
      const answer = await api.report(query.value)
      if (turn === asked) report.value = answer
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      if (turn === asked) problem.value = error.code
    } finally {
      if (turn === asked) loading.value = false
    }
  }

  return { report, query, loading, problem, ask }
}
