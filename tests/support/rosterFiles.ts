import { rosterColumns } from '@domain/identity/rosterColumns'
import type { TestPerson } from './people'

const HEADER = rosterColumns.join(',')

/** What HR's file says of a person, joined on the day of the fixtures unless told. */
export function rosterLine(
  { employeeId, name, phone, department, site, status }: TestPerson,
  joinedOn = '2019-03-04',
): string {
  const written = status === 'active' ? '在职' : '离职'
  return [employeeId, name, phone, department, site, joinedOn, written].join(',')
}

/** A file of these lines under the header, as a spreadsheet saves it. */
export function rosterFile(lines: readonly string[]): string {
  return `\ufeff${[HEADER, ...lines].join('\r\n')}\r\n`
}

/** As many people as wanted who are in no roster yet, with a number and phone each. */
export function inventedPeople(count: number, like: TestPerson): TestPerson[] {
  return Array.from({ length: count }, (_person, index) => ({
    ...like,
    employeeId: `VC${String(300_000 + index)}`,
    name: `新人${index}`,
    phone: String(15_000_000_000 + index),
    registered: false,
  }))
}
