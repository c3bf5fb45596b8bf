export type FindingCode =
  | 'SUM_NOT_ZERO'
  | 'ENTRY_ID_WRONG'
  | 'SOURCE_PAID_TWICE'
  | 'NUMBER_GAP'
  | 'FOREIGN_POSTING'
  | 'AMOUNT_WRONG'
  | 'BALANCE_AFTER_WRONG'
  | 'DEBT_AFTER_WRONG'
  | 'NEGATIVE_BALANCE'
  | 'NEGATIVE_DEBT'
  | 'CAP_EXCEEDED'
  | 'PAIR_CAP_EXCEEDED'
  | 'LIKE_PAID_TWICE'
  | 'EARNING_WRONG'
  | 'STREAK_WRONG'
  | 'REVERSED_WITHOUT_EARNING'
  | 'REVERSAL_WRONG'
  | 'RESTORED_WITHOUT_REVERSAL'
  | 'RESTORATION_WRONG'
  | 'REFUNDED_WITHOUT_SPENDING'
  | 'REFUND_WRONG'
  | 'HAND_WRONG'
  | 'EXPERIENCE_WRONG'
  | 'EXPERIENCE_AFTER_WRONG'
  | 'BALANCE_DIFFERS'
  | 'EXPERIENCE_DIFFERS'
  | 'DEBT_DIFFERS'
  | 'ENTRIES_DIFFER'

/** One difference between what the ledger says and what its entries add up to. */
export interface Finding {
  code: FindingCode
  employeeId: string
  /** Absent where the account's document, not an entry, is wrong. */
  entryId: string | null
  expected: number | string | null
  actual: number | string | null
}

export type Difference = Pick<Finding, 'code' | 'expected' | 'actual'>

/** What an audit says where a book is not as it was reckoned; null where it is. */
export function differs(
  code: FindingCode,
  expected: Finding['expected'],
  actual: Finding['actual'],
): Difference | null {
  return expected === actual ? null : { code, expected, actual }
}
