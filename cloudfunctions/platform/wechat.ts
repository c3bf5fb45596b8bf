import { Refusal } from '@domain/kernel/errors'
import { cloud } from './cloud'
import { logFailure } from './log'

/** What the house asks of WeChat on behalf of one caller. */
export interface Wechat {
  /**
   * Lets WeChat's machine read texts before they are published.
   * @throws Refusal CONTENT_REJECTED, CONTENT_CHECK_UNAVAILABLE
   */
  assertTextIsSafe(...texts: string[]): Promise<void>
  /**
   * The same for texts that stand in fields of a form, at the price of one check: only where they are refused each is
   * looked at by itself, and the refusal names those that are.
   */
  assertFieldsAreSafe(texts: Readonly<Record<string, string>>): Promise<void>
  /**
   * Asks WeChat to look at a picture; the answer comes later as an event with the same trace id.
   * @throws Refusal CONTENT_CHECK_UNAVAILABLE
   */
  checkImage(fileId: string): Promise<{ traceId: string }>
  /**
   * The phone number behind a code from WeChat's phone button, without country code.
   * @throws Refusal IDENTITY_PHONE_UNVERIFIED, IDENTITY_PHONE_ABROAD
   */
  phoneNumber(code: string): Promise<string>
}

/** msgSecCheck reads at most this many characters at once. */
const TEXT_PART_MAX = 2_500
/** `scene` 3 is forum, and `version` 2 the current interface. */
const FORUM_SCENE = 3

/** The calls to WeChat of one caller; msgSecCheck wants an openid that was active within two hours. */
export function wechatFor(openid: string): Wechat {
  const isSafe = async (...texts: string[]) => {
    const parts = partsOf(texts.filter(Boolean).join('\n'))
    const answers = await Promise.all(parts.map(part => checkText(openid, part)))
    return answers.every(suggest => suggest === 'pass')
  }
  return {
    async assertTextIsSafe(...texts) {
      if (!(await isSafe(...texts))) throw new Refusal('CONTENT_REJECTED')
    },
    async assertFieldsAreSafe(texts) {
      if (await isSafe(...Object.values(texts))) return
      const judged = await Promise.all(
        Object.entries(texts).map(async ([field, text]) => ((await isSafe(text)) ? [] : [field])),
      )
      throw new Refusal('CONTENT_REJECTED', judged.flat())
    },
    checkImage: fileId => checkImage(openid, fileId),
    phoneNumber,
  }
}

/** Whoever reads one part reads the end of the one before as well: no word is cut in two unseen. */
const TEXT_OVERLAP = 100
/** They choose how a character looks, and may stand unseen inside a word. */
const VARIATIONS = /\p{Variation_Selector}/gu

function partsOf(text: string): string[] {
  const characters = [...text.replace(VARIATIONS, '')]
  const step = TEXT_PART_MAX - TEXT_OVERLAP
  const count = Math.max(1, Math.ceil((characters.length - TEXT_OVERLAP) / step))
  if (characters.length === 0) return []
  return Array.from({ length: count }, (_part, index) =>
    characters.slice(index * step, index * step + TEXT_PART_MAX).join(''),
  )
}

async function checkText(openid: string, content: string): Promise<string> {
  try {
    const { result } = await cloud.openapi.security.msgSecCheck({
      openid,
      scene: FORUM_SCENE,
      version: 2,
      content,
    })
    return result.suggest
  } catch (error) {
    logFailure('security.msgSecCheck', error)
    throw new Refusal('CONTENT_CHECK_UNAVAILABLE')
  }
}

async function checkImage(openid: string, fileId: string): Promise<{ traceId: string }> {
  try {
    const { fileList } = await cloud.getTempFileURL({ fileList: [fileId] })
    const mediaUrl = fileList[0]?.tempFileURL
    const { traceId } = await cloud.openapi.security.mediaCheckAsync({
      openid,
      scene: FORUM_SCENE,
      version: 2,
      mediaType: 2,
      mediaUrl,
    })
    return { traceId }
  } catch (error) {
    logFailure('security.mediaCheckAsync', error)
    throw new Refusal('CONTENT_CHECK_UNAVAILABLE')
  }
}

/** The roster has numbers of the mainland alone, and another country's may have the same digits. */
const COUNTRY_CODE = '86'

async function phoneNumber(code: string): Promise<string> {
  const { purePhoneNumber, countryCode } = await phoneBehind(code)
  if (countryCode !== COUNTRY_CODE) throw new Refusal('IDENTITY_PHONE_ABROAD')
  return purePhoneNumber
}

async function phoneBehind(code: string): Promise<{ purePhoneNumber: string; countryCode: string }> {
  try {
    return (await cloud.openapi.phonenumber.getPhoneNumber({ code })).phoneInfo
  } catch (error) {
    logFailure('phonenumber.getPhoneNumber', error)
    throw new Refusal('IDENTITY_PHONE_UNVERIFIED')
  }
}

/** Whether a subscribe message went out. `refused`: the person has no acceptance left (43101). */
export type Delivery = 'sent' | 'refused' | 'failed'

const NO_ACCEPTANCE_LEFT = 43101

/** Sends one subscribe message; never throws, because the inbox is the guaranteed channel. */
export async function sendSubscribeMessage(message: {
  openid: string
  templateId: string
  page: string
  data: Record<string, { value: string }>
}): Promise<Delivery> {
  try {
    const { openid, ...rest } = message
    await cloud.openapi.subscribeMessage.send({ touser: openid, ...rest })
    return 'sent'
  } catch (error) {
    const { errCode } = error as { errCode?: number }
    if (errCode === NO_ACCEPTANCE_LEFT) return 'refused'
    logFailure('subscribeMessage.send', error)
    return 'failed'
  }
}
