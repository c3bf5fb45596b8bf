import type { Person } from '../world'

/** Takes turns: the element of the list whose turn it is. @throws when the list is empty */
export function turn<T>(list: readonly T[], time: number): T {
  const found = list[time % list.length]
  if (found === undefined) throw new Error('There is nothing to take turns with')
  return found
}

/** @throws when the demonstration world has nobody with this role */
export function whoHas(people: readonly Person[], role: string): Person {
  const found = people.find(({ roles }) => roles.includes(role))
  if (!found) throw new Error(`Nobody is ${role}`)
  return found
}
