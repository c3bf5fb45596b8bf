/** What a word is about, and how the glossary calls it. */
export const termFields = {
  safety: '安全',
  assist: '驾驶辅助',
  drive: '动力与电气化',
  platform: '平台与架构',
  cabin: '座舱与互联',
  making: '制造与质量',
  design: '设计与材料',
  brand: '品牌与历史',
  company: '公司与职能',
} as const
export type TermField = keyof typeof termFields
export const termFieldKeys = Object.keys(termFields) as [TermField, ...TermField[]]

/** Which of its names a word goes by among colleagues: the one that stands first on a page. */
export const leads = ['abbreviation', 'zh', 'en', 'sv'] as const
export type Lead = (typeof leads)[number]

/** What the database hands out at once, and what a phone keeps without thinking. */
export const GLOSSARY_TERMS_MAX = 900

/** In characters. */
export const termLimits = {
  nameMax: 60,
  abbreviationMax: 12,
  gistMax: 40,
  explanationMax: 400,
  likenessMax: 80,
  sourceMax: 80,
  aliasesMax: 6,
  relatedMax: 6,
} as const

/** The names of a word; an empty one is not there. In Swedish many keep the English name, and then it is empty. */
export interface TermNames {
  zh: string
  en: string
  sv: string
  abbreviation: string
  aliases: readonly string[]
  lead: Lead
}

/** The name by which colleagues say it; a lead that is empty falls back to one that is there. */
export function headOf({ lead, ...names }: Omit<TermNames, 'aliases'>): string {
  return names[lead] || names.abbreviation || names.zh || names.en || names.sv
}

/** Its other names, in the order in which a page tells them, each once. */
export function otherNamesOf(names: Omit<TermNames, 'aliases'>): string[] {
  const head = headOf(names)
  const { abbreviation, en, zh } = names
  return [...new Set([abbreviation, en, zh])].filter(name => name !== '' && name !== head)
}

/** Under which letter a word stands: its first Latin letter, or that of its pinyin; # for what has none. */
export function letterOf(names: Omit<TermNames, 'aliases'>, pinyin: string): string {
  const head = headOf(names)
  const first = /^\p{Script=Han}/u.test(head) ? pinyin : head
  const letter = first.normalize('NFD').slice(0, 1).toUpperCase()
  return /^[A-Z]$/.test(letter) ? letter : '#'
}

interface Listed extends TermNames {
  termId: string
  letter: string
  field: TermField
}

export interface Group<T> {
  key: string
  title: string
  terms: T[]
}

/** The words by letter, A first and # last, and inside a letter by how they are said. */
export function byLetter<T extends Listed>(terms: readonly T[]): Group<T>[] {
  const order = (letter: string) => (letter === '#' ? '~' : letter)
  const letters = [...new Set(terms.map(({ letter }) => letter))].sort((a, b) =>
    order(a) < order(b) ? -1 : 1,
  )
  return letters.map(letter => ({
    key: letter,
    title: letter,
    terms: sorted(terms.filter(term => term.letter === letter)),
  }))
}

/** The words by what they are about; a field without words is not there. */
export function byField<T extends Listed>(terms: readonly T[]): Group<T>[] {
  return termFieldKeys
    .map(field => ({
      key: field,
      title: termFields[field],
      terms: sorted(terms.filter(term => term.field === field)),
    }))
    .filter(group => group.terms.length > 0)
}

function sorted<T extends Listed>(terms: readonly T[]): T[] {
  const heads = new Map(terms.map(term => [term, headOf(term).toLowerCase()]))
  const headOfTerm = (term: T) => heads.get(term) ?? ''
  return [...terms].sort((a, b) => (headOfTerm(a) < headOfTerm(b) ? -1 : 1))
}

interface Changed {
  termId: string
}

/** The glossary on a phone after what has changed since it was fetched: changed words take the place of the old ones. */
export function mergedGlossary<T extends Changed>(
  held: readonly T[],
  changed: readonly T[],
  goneIds: readonly string[],
): T[] {
  const news = new Set([...changed.map(({ termId }) => termId), ...goneIds])
  return [...held.filter(({ termId }) => !news.has(termId)), ...changed]
}
