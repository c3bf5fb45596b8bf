import type { NoticeDocument } from '../../../cloudfunctions/notice/store'
import { PRIVACY_VERSION } from '../../../domain/identity/privacy'
import type { Subject } from '../measure'
import type { BenchWorld } from '../world'
import { screen } from './subject'
import { turn, whoHas } from './turns'

/** What one sees of oneself: session, profile, coins, notices; and the desk of those with a role. */
export function identityScreens(world: BenchWorld): Subject[] {
  const { people, call } = world
  const who = (time: number) => turn(people, time).openid
  const president = whoHas(people, 'president').openid
  const hr = whoHas(people, 'hr').openid
  return [
    {
      label: 'launch: identity.openSession',
      procedure: 'identity.openSession',
      call: time => call(who(time), 'identity.openSession', {}),
    },
    {
      label: 'profile: identity.openProfile',
      procedure: 'identity.openProfile',
      call: time => call(who(time), 'identity.openProfile', {}),
    },
    {
      label: 'statement: coin.openStatement',
      procedure: 'coin.openStatement',
      call: time => call(who(time), 'coin.openStatement', {}),
    },
    {
      label: 'inbox: notice.listNotices',
      procedure: 'notice.listNotices',
      call: time => call(who(time), 'notice.listNotices', {}),
    },
    {
      label: 'desk of a president: access.openInbox',
      procedure: 'access.openInbox',
      call: () => call(president, 'access.openInbox', {}),
    },
    {
      label: 'desk of HR and keeper: access.openInbox',
      procedure: 'access.openInbox',
      call: () => call(hr, 'access.openInbox', {}),
    },
    screen(world, 'lending', 'access.openLending', () => ({ openid: president, input: {} })),
    screen(world, 'settings', 'notice.openSettings', time => ({ openid: who(time), input: {} })),
    screen(world, 'news desk', 'notice.openNewsDesk', () => ({ openid: hr, input: {} })),
    screen(world, 'colleagues', 'identity.findColleagues', time => ({
      openid: who(time),
      input: { text: turn(['林', 'zhou', 'VC0188'], time) },
    })),
    {
      label: 'rosters: identity.listImports',
      procedure: 'identity.listImports',
      call: () => call(hr, 'identity.listImports', {}),
    },
  ]
}

export function identityActions({ roster, people, dump, call }: BenchWorld): Subject[] {
  const newcomers = roster.filter(({ status, boundAt }) => status === 'active' && boundAt === null)
  return [
    {
      label: 'identity.register',
      procedure: 'identity.register',
      call: time => {
        const { _id: employeeId, name, phone } = turn(newcomers, time)
        return call(`newcomer-${time}`, 'identity.register', {
          employeeId,
          name,
          phoneCode: `phone:${phone}`,
          agreedPrivacyVersion: PRIVACY_VERSION,
        })
      },
    },
    {
      label: 'notice.markRead',
      procedure: 'notice.markRead',
      call: time => {
        const { openid, id } = turn(people, time)
        const own = dump<NoticeDocument>('notice_messages').filter(({ employeeId }) => employeeId === id)
        return call(openid, 'notice.markRead', { noticeIds: own.slice(0, 1).map(({ _id }) => _id) })
      },
    },
  ]
}
