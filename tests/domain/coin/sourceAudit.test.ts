import { auditSources } from '@domain/coin/sourceAudit'

const found = { forum_posts: new Set(['p']), forum_comments: new Set(['c']) }
const entry = (reason: string, sourceId: string, kind = 'earn') =>
  ({ _id: `${reason}:${sourceId}`, kind, reason, sourceId }) as never

test.each([
  [
    'a post, a comment and what was featured are there',
    [entry('forum.post', 'p'), entry('forum.comment', 'c'), entry('forum.featured', 'p')],
  ],
  ['coins were earned for what keeps no document', [entry('growth.checkIn', 'VC000001.2026-11-24')]],
  ['coins went back for what was removed', [entry('forum.post', 'gone', 'reverse')]],
])('finds nothing where %s', (_, entries) => {
  expect(auditSources(entries, found)).toEqual([])
})

test.each([
  ['a post', entry('forum.post', 'c')],
  ['a comment', entry('forum.comment', 'p')],
  ['what was featured', entry('forum.featured', 'gone')],
])('names what was paid for %s that never was there', (_, one: { _id: string }) => {
  expect(auditSources([one as never], found)).toEqual([one._id])
})
