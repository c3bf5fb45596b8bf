import type { AccountGroup, AccountKind } from '@domain/brand/account'
import type { api, Input, Output } from '@/api'

type Account = Output<typeof api.brand.openDesk>['accounts'][number]
type Words = Input<typeof api.brand.saveAccount>['words']

export interface AccountDraft {
  name: string
  /** The character on its picture; empty: the first of its name. */
  sign: string
  kind: AccountKind
  group: AccountGroup
  purpose: string
  intro: string
  latestOn: string
  latestWords: string
  wechatId: string
  appId: string
  finderUserName: string
  order: string
  shown: boolean
  /** An upload that takes the place of the code. */
  qrFileId: string | null
}

export const emptyAccount: AccountDraft = {
  name: '',
  sign: '',
  kind: 'official',
  group: 'first',
  purpose: '',
  intro: '',
  latestOn: '',
  latestWords: '',
  wechatId: '',
  appId: '',
  finderUserName: '',
  order: '1',
  shown: true,
  qrFileId: null,
}

export function draftOfAccount(account: Account): AccountDraft {
  const { name, sign, kind, group, purpose, intro, latest, order, shown } = account
  return {
    ...emptyAccount,
    ...{ name, sign, kind, group, purpose, intro, shown },
    latestOn: latest?.on ?? '',
    latestWords: latest?.words ?? '',
    wechatId: account.wechatId ?? '',
    appId: account.appId ?? '',
    finderUserName: account.finderUserName ?? '',
    order: String(order),
  }
}

const orNull = (text: string) => text.trim() || null

export function wordsOfAccount(draft: AccountDraft): Words {
  const { name, kind, group, purpose, intro, shown, latestOn, latestWords } = draft
  return {
    ...{ name, kind, group, purpose, intro, shown },
    sign: draft.sign.trim() || ([...name.trim()][0] ?? ''),
    latest: latestOn && latestWords.trim() ? { on: latestOn, words: latestWords } : null,
    wechatId: orNull(draft.wechatId),
    appId: kind === 'miniProgram' ? orNull(draft.appId) : null,
    finderUserName: kind === 'channels' ? orNull(draft.finderUserName) : null,
    order: Number(draft.order) || 0,
  }
}

/** What is missing, in the order of the form; undefined when it can be saved. */
export function accountProblem(draft: AccountDraft): string | undefined {
  const { kind, wechatId, appId, finderUserName, latestOn, latestWords } = draft
  if (draft.name.trim().length < 2) return '写账号的名字'
  if (draft.purpose.trim().length < 2) return '写给谁看，或者在哪里'
  if (wechatId.trim() && !/^[\w-]{2,40}$/.test(wechatId.trim())) return '微信号只有字母、数字、下划线和减号'
  if (kind === 'miniProgram' && appId.trim() && !/^wx[0-9a-f]{16}$/.test(appId.trim()))
    return 'AppID 是 wx 开头的 18 位'
  if (kind === 'channels' && finderUserName.trim() && !/^sph/.test(finderUserName.trim()))
    return '视频号 ID 以 sph 开头'
  if (Boolean(latestOn) !== Boolean(latestWords.trim())) return '最近发了什么，日期和标题要一起写'
  return undefined
}
