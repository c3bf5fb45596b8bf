interface Sought {
  person: { employeeId: string; name: string }
  guests: readonly string[]
  shortCode: string
}

/** Whether what somebody types at the desk is about this visitor: part of a name, of a number, or the four digits. */
export function matchesVisitor({ person, guests, shortCode }: Sought, typed: string): boolean {
  const text = typed.trim().toLowerCase()
  if (text === '') return true
  return (
    shortCode === text ||
    person.employeeId.toLowerCase().includes(text) ||
    [person.name, ...guests].some(name => name.toLowerCase().includes(text))
  )
}
