import { COUNTED_DAYS } from '@domain/forum/accounts'
import { forum } from '@domain/forum/contract'
import { maySpeakAs } from '@domain/forum/voices'
import { DAY_MS, type Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { encodeTime } from 'ulid'
import { peopleWith } from '../identity/public'
import { ACCOUNTS_ORDER, accounts, follows, posts } from './store'

/** As many as one read can return: more than thirty posts a day. */
const POSTS_MAX = 1_000
const TIME_CHARACTERS = 10

export const openAccounts = handle(forum.openAccounts, async ({ employee, now }) => {
  const [all, speakers] = await Promise.all([accounts.find(ACCOUNTS_ORDER), peopleWith('official')])
  const own = all.filter(({ _id }) => maySpeakAs(employee.grants, _id))
  const ids = own.map(({ _id }) => _id)
  const [said, followers] = await Promise.all([
    saidSince(ids, now - COUNTED_DAYS * DAY_MS),
    Promise.all(ids.map(id => follows.count({ people: _.in([id]) }))),
  ])
  return {
    accounts: own.map(({ _id, name, intro }, place) => {
      const posted = said.filter(({ voice }) => voice?.accountId === _id)
      return {
        accountId: _id,
        name,
        intro,
        followers: followers[place] ?? 0,
        posts: posted.length,
        likes: posted.reduce((sum, { likes }) => sum + likes, 0),
        speakers: speakers
          .filter(({ grants }) => maySpeakAs(grants, _id))
          .map(({ employeeId, name: speaker }) => ({ employeeId, name: speaker })),
      }
    }),
    now,
  }
})

/** What some accounts have said since then and still stands: a ULID begins with its time. One request, none for none. */
async function saidSince(accountIds: string[], from: Instant) {
  if (accountIds.length === 0) return []
  return posts.find({
    where: {
      'voice.accountId': _.in(accountIds),
      state: 'live',
      _id: _.gte(encodeTime(from, TIME_CHARACTERS)),
    },
    limit: POSTS_MAX,
    fields: ['voice', 'likes'],
  })
}
