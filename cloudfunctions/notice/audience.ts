import { Refusal } from '@domain/kernel/errors'
import { type Audience, assertMayAddress, type Voice, voiceOf, voices } from '@domain/notice/news'
import type { Employee } from '@platform/context'
import { colleaguesCounted } from '../identity/public'
import { associationNamed } from '../union/public'

/** A piece of news before it is sent: for whom, in whose name, and how many they are. */
export interface Address {
  to: string
  from: string
  voice: Voice
  reach: number
}

/**
 * Looks an audience up. One request.
 * @throws Refusal NOTICE_NOT_YOUR_AUDIENCE, NOTICE_AUDIENCE_MISSING when nobody is in it
 */
export async function addressOf({ grants }: Pick<Employee, 'grants'>, audience: Audience): Promise<Address> {
  assertMayAddress(grants, audience)
  const voice = voiceOf(grants, audience)
  const { to, reach } = await lookUp(audience)
  if (reach === 0) throw new Refusal('NOTICE_AUDIENCE_MISSING')
  return { to, from: voice === 'association' ? to.replace(/的会员$/, '') : voices[voice], voice, reach }
}

async function lookUp({ kind, value }: Audience): Promise<{ to: string; reach: number }> {
  switch (kind) {
    case 'all':
      return { to: '所有同事', reach: await colleaguesCounted({}) }
    case 'city':
      return { to: `${value}的同事`, reach: await colleaguesCounted({ site: value }) }
    case 'department':
      return { to: `${value}的同事`, reach: await colleaguesCounted({ department: value }) }
    case 'association': {
      const found = await associationNamed(value)
      return { to: `${found?.name ?? ''}的会员`, reach: found?.members ?? 0 }
    }
  }
}
