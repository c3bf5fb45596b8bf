import { limits } from '@domain/kernel/limits'
import { MINUTE_MS } from '@domain/kernel/time'
import { sayWhen } from '@/ui/clock/moment'

/** The form of register and rebind: what the badge and the roster say, and a phone that WeChat vouches for. */
export interface RegisterDraft {
  agreed: boolean
  employeeId: string
  name: string
  /** WeChat's code for one reading of the number; empty until the person gave it. */
  phoneCode: string
}

export const emptyRegister: Omit<RegisterDraft, 'phoneCode'> = { agreed: false, employeeId: '', name: '' }

/** People type "vc 018842", the six digits alone, or all of it in wide letters; the roster writes VC018842. */
export function readEmployeeId(typed: string): string {
  const compact = typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
  return /^\d{6}$/.test(compact) ? `VC${compact}` : compact
}

export const isEmployeeId = (typed: string): boolean => /^VC\d{6}$/.test(readEmployeeId(typed))

/** What comes next, as the person should read it; undefined: it can be sent. */
export function registerProblem({ agreed, employeeId, name, phoneCode }: RegisterDraft): string | undefined {
  if (!agreed) return '先看一看隐私保护指引，同意后再填'
  if (!isEmployeeId(employeeId)) return '员工编号是 VC 加 6 位数字'
  const letters = [...name.trim()].length
  if (letters < 2 || letters > limits.nameMax) return '姓名和工牌上的一样'
  if (!phoneCode) return '还差手机号'
  return undefined
}

/** A minute that has begun is waited out. */
const sayMinute = (at: number, now: number): string => sayWhen(Math.ceil(at / MINUTE_MS) * MINUTE_MS, now)

/** From when on somebody who has tried too often may come back. */
export const sayAgain = (againAt: number, now: number): string => `${sayMinute(againAt, now)} 起可以再试`

/** The same with why; registering and asking to be bound anew are counted together. */
export function sayTooOften(message: string, againAt: number | undefined, now: number): string {
  if (againAt === undefined) return message
  return `试的次数有点多，${sayAgain(againAt, now)}`
}

/** For whom nothing can match, since their phone is another one: from when on HR can be asked. */
export const sayRebindAgain = (againAt: number, now: number): string =>
  `换过手机号或微信？${sayMinute(againAt, now)} 起可以申请换绑`

/** What one can do meanwhile. */
export const meanwhile = '。先看看工牌上的编号和姓名；还对不上，找人力资源核对名单'
