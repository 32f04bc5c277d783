// What a network charges by the piece → the count of it that somebody keeps. Types only.

/** The count lives outside this process: one that forgot it at a crash would let the budget be spent twice. */
export type Spending = {
  /**
   * Takes `amount` from the allowance of a month (`YYYY-MM`), if with it no more than `limit` is taken; says whether it
   * was. In one step, whoever else is taking.
   */
  readonly take: (name: string, month: string, amount: number, limit: number) => Promise<boolean>
  /** Returns what was taken and not used. */
  readonly giveBack: (name: string, month: string, amount: number) => Promise<void>
}
