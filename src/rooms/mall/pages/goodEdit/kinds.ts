import { ONLY_VARIANT } from '@domain/mall/goods'

export const axes = ['colour', 'size'] as const
export type Axis = (typeof axes)[number]

/** One colour or one size; its key stays while its name is written. */
export interface AxisValue {
  key: string
  name: string
  /** Of a colour: the picture that shows it. */
  picture?: string
}

/** One colour in one size. */
export interface KindDraft {
  variantId: string
  /** Keys of values; null where the thing has no such axis. */
  colour: string | null
  size: string | null
  /** Off: this colour does not come in this size. */
  offered: boolean
  /** Of a new good: pieces that lie there, as typed. */
  stock: string
}

export interface Kinds {
  colour: readonly AxisValue[]
  size: readonly AxisValue[]
  kinds: readonly KindDraft[]
}

interface Variant {
  variantId: string
  colour: string | null
  size: string | null
  picture?: string | null
}

export const valuesMax = 8

const onlyKind: KindDraft = { variantId: ONLY_VARIANT, colour: null, size: null, offered: true, stock: '' }

export const oneKind: Kinds = { colour: [], size: [], kinds: [onlyKind] }

const other = (axis: Axis): Axis => (axis === 'colour' ? 'size' : 'colour')

/** The grid of a good as it stands: combinations that it does not have are in it, off. */
export function kindsOf(variants: readonly Variant[], newId: () => string): Kinds {
  const valuesIn = (axis: Axis): AxisValue[] =>
    [...new Set(variants.flatMap(variant => variant[axis] ?? []))].map(name => {
      const picture = axis === 'colour' && variants.find(one => one.colour === name && one.picture)?.picture
      return { key: newId(), name, ...(picture ? { picture } : {}) }
    })
  const colour = valuesIn('colour')
  const size = valuesIn('size')
  const keyOf = (values: readonly AxisValue[], name: string | null) =>
    values.find(value => value.name === name)?.key ?? null
  const kinds = variants.map(variant => ({
    ...onlyKind,
    variantId: variant.variantId,
    colour: keyOf(colour, variant.colour),
    size: keyOf(size, variant.size),
  }))
  return filled({ colour, size, kinds }, newId)
}

/** Adds what is missing of each colour in each size, off. */
function filled({ colour, size, kinds }: Kinds, newId: () => string): Kinds {
  const keysOf = (values: readonly AxisValue[]) => (values.length > 0 ? values.map(({ key }) => key) : [null])
  const all = keysOf(colour).flatMap(one => keysOf(size).map(another => ({ colour: one, size: another })))
  const grid = all.map(
    cell =>
      kinds.find(kind => kind.colour === cell.colour && kind.size === cell.size) ?? {
        ...onlyKind,
        ...cell,
        variantId: newId(),
        offered: false,
      },
  )
  return { colour, size, kinds: grid }
}

/** One value more. The first of an axis takes over what there was, so that its pieces stay where they are. */
export function withValue(before: Kinds, axis: Axis, newId: () => string): Kinds {
  const key = newId()
  const values = { ...before, [axis]: [...before[axis], { key, name: '' }] }
  if (before[axis].length === 0)
    return { ...values, kinds: before.kinds.map(kind => ({ ...kind, [axis]: key })) }
  const grid = filled(values, newId)
  return { ...grid, kinds: grid.kinds.map(kind => (kind[axis] === key ? { ...kind, offered: true } : kind)) }
}

/** One value less, with its kinds; the last of an axis leaves them without it. */
export function withoutValue(before: Kinds, axis: Axis, key: string): Kinds {
  const values = before[axis].filter(value => value.key !== key)
  const kinds =
    values.length === 0
      ? before.kinds.map(kind => ({ ...kind, [axis]: null }))
      : before.kinds.filter(kind => kind[axis] !== key)
  return { ...before, [axis]: values, kinds }
}

export function renamed(before: Kinds, axis: Axis, key: string, name: string): Kinds {
  return { ...before, [axis]: before[axis].map(value => (value.key === key ? { ...value, name } : value)) }
}

/** A colour with the picture that shows it; the same one again takes it away. */
export function pictured(before: Kinds, key: string, picture: string): Kinds {
  const withPicture = ({ picture: known, ...value }: AxisValue) =>
    known === picture ? value : { ...value, picture }
  return { ...before, colour: before.colour.map(value => (value.key === key ? withPicture(value) : value)) }
}

export function withKind(before: Kinds, variantId: string, part: Partial<KindDraft>): Kinds {
  return {
    ...before,
    kinds: before.kinds.map(kind => (kind.variantId === variantId ? { ...kind, ...part } : kind)),
  }
}

/** The kinds of a value. */
export function kindsWith({ kinds }: Kinds, axis: Axis, key: string): KindDraft[] {
  return kinds.filter(kind => kind[axis] === key)
}

/** What is offered, by its names; of pictures those alone that the good has. */
export function variantsOf({ colour, size, kinds }: Kinds, pictures: readonly string[] = []): Variant[] {
  const nameOf = (values: readonly AxisValue[], key: string | null) =>
    values.find(value => value.key === key)?.name.trim() ?? null
  const pictureOf = (key: string | null) => {
    const picture = colour.find(value => value.key === key)?.picture
    return picture !== undefined && pictures.includes(picture) ? { picture } : {}
  }
  return kinds
    .filter(({ offered }) => offered)
    .map(kind => ({
      variantId: kind.variantId,
      colour: nameOf(colour, kind.colour),
      size: nameOf(size, kind.size),
      ...pictureOf(kind.colour),
    }))
}

/** The first thing that is wrong with the grid; undefined: nothing. */
export function kindsProblem(grid: Kinds): string | undefined {
  const named = axes.flatMap(axis => grid[axis].map(value => value.name.trim()))
  if (named.some(name => name === '')) return '有一个颜色或尺码还没写名字'
  if (axes.some(axis => new Set(grid[axis].map(({ name }) => name.trim())).size < grid[axis].length))
    return '有两个颜色或尺码同名'
  if (!grid.kinds.some(({ offered }) => offered)) return '至少留一个款式'
  const isCounted = ({ offered, stock }: KindDraft) => !offered || /^\d{0,5}$/.test(stock.trim())
  return grid.kinds.every(isCounted) ? undefined : '库存写整数，没有就空着'
}

/** Whether colours have sizes. */
export function isGrid(grid: Kinds): boolean {
  return axes.every(axis => grid[axis].length > 0 && grid[other(axis)].length > 0)
}
