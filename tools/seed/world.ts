import type { EmployeeDocument } from '../../cloudfunctions/identity/store'
import type { Calendar } from './calendar'
import type { Chance } from './chance'

/** A colleague as others see them. */
export interface Person {
  employeeId: string
  name: string
  site: string
  department: string
}

/** What every part of the demonstration world is made from. */
export interface World {
  calendar: Calendar
  chance: Chance
  roster: readonly EmployeeDocument[]
  /** A member of the cast by key. @throws when nobody is called that */
  who(key: string): EmployeeDocument
}

export function worldOf(roster: readonly EmployeeDocument[], calendar: Calendar, chance: Chance): World {
  const byOpenid = new Map(roster.map(employee => [employee.openid, employee]))
  return {
    calendar,
    chance,
    roster,
    who(key) {
      const employee = byOpenid.get(`demo-${key}`)
      if (!employee) throw new Error(`Nobody in the cast is called ${key}`)
      return employee
    },
  }
}
