/** The figures of one evaluation; `ok` when every goal stated for it is met. Printed as the last line, in JSON. */
export interface EvalResult {
  ok: boolean
  [figure: string]: unknown
}

export interface Evaluation {
  usage: string
  /** Columns of the file it reads. */
  reads: string
  /** Prints a table for people and returns the figures; throws EvalInputError when called wrongly. */
  run: (args: string[]) => EvalResult | Promise<EvalResult>
}

/** The command was called wrongly or its file cannot be used. */
export class EvalInputError extends Error {}
