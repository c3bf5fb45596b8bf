/** Where an account lives in WeChat, and what a phone can do to follow it. */
export const accountKinds = {
  official: { zh: '公众号', follow: '关注' },
  channels: { zh: '视频号', follow: '关注' },
  miniProgram: { zh: '小程序', follow: '打开' },
} as const
export type AccountKind = keyof typeof accountKinds
export const accountKindKeys = Object.keys(accountKinds) as [AccountKind, ...AccountKind[]]

/** The parts of the list, in their order. */
export const accountGroups = {
  first: '先看这几个',
  sites: '园区和工厂',
  services: '服务和伙伴',
} as const
export type AccountGroup = keyof typeof accountGroups
export const accountGroupKeys = Object.keys(accountGroups) as [AccountGroup, ...AccountGroup[]]

export const accountLimits = {
  nameMax: 20,
  purposeMax: 30,
  introMax: 200,
  latestMax: 40,
  accountsMax: 100,
} as const

interface Searched {
  name: string
  purpose: string
  intro: string
  /** `wo zai cheng du` */
  pinyin: string
}

/**
 * Whether an account is meant by what was typed: part of its name, of what it is for, or of its name's pinyin, whole or
 * by the initials. The matrix is small and on the phone whole, so that it is searched there.
 */
export function isMeant({ name, purpose, intro, pinyin }: Searched, typed: string): boolean {
  const wanted = typed.trim().toLowerCase()
  const initials = pinyin
    .split(' ')
    .map(syllable => syllable.slice(0, 1))
    .join('')
  const places = [name, purpose, intro, pinyin.replaceAll(' ', ''), initials]
  return places.some(place => place.toLowerCase().includes(wanted.replaceAll(/\s+/g, '')))
}
