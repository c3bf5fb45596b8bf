import type { Variant } from '@domain/mall/goods'

/** A kind with the pieces of it that are on the shelf. */
export type Kind = Variant & { stock: number }

export const parts = ['colour', 'size'] as const
type Part = (typeof parts)[number]

/** What somebody has chosen so far; absent: not yet. */
export type Picked = { [P in Part]?: string }

export const valuesOf = (kinds: readonly Kind[], part: Part): string[] => [
  ...new Set(kinds.flatMap(kind => kind[part] ?? [])),
]

/** The kinds that are still meant. */
export function fitting(kinds: readonly Kind[], picked: Picked): Kind[] {
  return kinds.filter(kind => parts.every(part => picked[part] === undefined || kind[part] === picked[part]))
}

/** What is chosen before anybody chooses: a colour that is there, and a size only where there is one. */
export function firstPicked(kinds: readonly Kind[]): Picked {
  const shown = kinds.find(({ stock }) => stock > 0) ?? kinds[0]
  const sizes = valuesOf(kinds, 'size')
  return {
    ...(shown?.colour ? { colour: shown.colour } : {}),
    ...(sizes.length === 1 ? { size: sizes[0] } : {}),
  }
}

/** Chooses one part; the other keeps its value where that exists, and is to be chosen again where it does not. */
export function choosePart(kinds: readonly Kind[], picked: Picked, part: Part, value: string): Picked {
  const next = { ...picked, [part]: value }
  if (fitting(kinds, next).length > 0) return next
  return { [part]: value }
}

/** The one kind that is meant; undefined while there are several. */
export function chosenKind(kinds: readonly Kind[], picked: Picked): Kind | undefined {
  const [only, ...others] = fitting(kinds, picked)
  return others.length === 0 ? only : undefined
}

/** What shows all kinds that are still meant; undefined: nothing does, or each looks different. */
export function shownPicture(kinds: readonly Kind[], picked: Picked): string | undefined {
  const [only, ...others] = new Set(fitting(kinds, picked).map(({ picture }) => picture ?? undefined))
  return others.length === 0 ? only : undefined
}
