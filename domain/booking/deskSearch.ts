interface Sought {
  person: { employeeId: string; name: string }
  guests: readonly string[]
  shortCode: string
  /** See `Visitor` in `deskContract.ts`. */
  spelling: string
}

/**
 * Whether what somebody types at the desk is about this visitor: part of a name or of a number, the four digits, or the
 * name's pinyin or initials from any of its characters on.
 */
export function matchesVisitor({ person, guests, shortCode, spelling }: Sought, typed: string): boolean {
  const text = typed.trim().toLowerCase()
  if (text === '') return true
  return (
    shortCode === text ||
    person.employeeId.toLowerCase().includes(text) ||
    [person.name, ...guests].some(name => name.toLowerCase().includes(text)) ||
    soundsLike(spelling, text.replace(/\s/g, ''))
  )
}

/** clx, chenglx, chengli or lixin of 程立新. */
function soundsLike(spelling: string, text: string): boolean {
  const syllables = spelling.split(' ')
  return syllables.some((first, index) => {
    const rest = syllables.slice(index + 1)
    const initials = rest.map(syllable => syllable.slice(0, 1)).join('')
    return [first + rest.join(''), first + initials, first.slice(0, 1) + initials].some(sound =>
      sound.startsWith(text),
    )
  })
}
