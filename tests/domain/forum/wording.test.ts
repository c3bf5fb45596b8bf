import { quoted, removalNotice, restoredNotice, statementTitle } from '@domain/forum/wording'

test.each([
  ['周末露营', '「周末露营」'],
  ['一二三四五六七八九十十一', '「一二三四五六七八九十十一」'],
  ['一二三四五六七八九十十一二', '「一二三四五六七八九十十一…」'],
  ['👨‍👩‍👧‍👦带\n孩子', '「👨‍👩‍👧‍👦带 孩子」'],
  ['一二三四五六七八九十十👨‍👩‍👧‍👦二', '「一二三四五六七八九十十👨‍👩‍👧‍👦…」'],
])('%j is quoted as %s', (text, expected) => {
  expect(quoted(text)).toBe(expected)
})

test('a line of the statement says what happened to what', () => {
  expect(statementTitle.posted('周末露营')).toBe('发帖「周末露营」')
  expect(statementTitle.commented('同去')).toBe('评论「同去」')
  expect(statementTitle.removed('周末露营')).toBe('「周末露营」被移除')
  expect(statementTitle.deleted('周末露营')).toBe('「周末露营」已删除')
})

test('the author of a removed post reads why, and what went back', () => {
  const removal = { kind: 'post' as const, text: '周末露营', reason: '广告', muteDays: 0, appealable: true }
  expect(removalNotice({ ...removal, reversed: 10 })).toEqual({
    title: '你的帖子「周末露营」被移除',
    body: '理由：广告。收回 10 沃币。7 天内可以申诉一次。',
  })
  expect(removalNotice({ ...removal, reversed: 0, muteDays: 3 }).body).toBe(
    '理由：广告。停言 3 天。7 天内可以申诉一次。',
  )
  expect(removalNotice({ ...removal, reversed: 0, appealable: false }).body).toBe(
    '理由：广告。之前已经申诉过，这次不能再申诉。',
  )
  expect(removalNotice({ ...removal, reason: '换一张再发！', reversed: 5, muteDays: 7 }).body).toBe(
    '理由：换一张再发！收回 5 沃币，停言 7 天。7 天内可以申诉一次。',
  )
  expect(removalNotice({ ...removal, reversed: 0, offence: false, beside: true })).toEqual({
    title: '「周末露营」下面的讨论关掉了',
    body: '理由：广告。不算你违规。7 天内可以申诉一次。',
  })
})

test('an author whose appeal was right reads why in a sentence, and what came back in another', () => {
  const answer = { kind: 'post' as const, text: '周末露营', repaid: 4 }
  expect(restoredNotice({ ...answer, reason: '还给你。' }).body).toBe('还给你。补回 4 沃币。')
  expect(restoredNotice({ ...answer, reason: '看错了', repaid: 0 }).body).toBe('看错了。')
})
