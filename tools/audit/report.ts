import type { AuditReport, Finding } from '@domain/coin/audit'

const NAME_WIDTH = 20

/** The auditor's result as a person reads it in a terminal. */
export function describeReport({ findings, entries, accounts, totals, sum }: AuditReport): string {
  const rows = Object.entries(totals).sort(([a], [b]) => (a < b ? -1 : 1))
  return [
    `${entries} entries, ${accounts} accounts`,
    ...[...rows, ['sum', sum] as const].map(([name, amount]) => `  ${name.padEnd(NAME_WIDTH)}${amount}`),
    findings.length === 0
      ? 'Sound: every balance is what its entries add up to.'
      : `${findings.length} ${findings.length === 1 ? 'account differs' : 'accounts differ'}; the first difference of each:`,
    ...findings.map(describeFinding),
  ].join('\n')
}

function describeFinding({ code, employeeId, entryId, expected, actual }: Finding): string {
  return `  ${code}  ${employeeId}  ${entryId ?? 'account'}: expected ${expected ?? 'nothing'}, found ${actual ?? 'nothing'}`
}
