import { rankTopics, topicKey, topicsIn } from '@domain/forum/topics'

test.each([
  ['今晚发布会，在 #XC90 发布会# 提问就有沃币', ['XC90 发布会']],
  ['#通勤# 早六分钟，值不值 #班车#', ['通勤', '班车']],
  ['#通勤# 又是 #通 勤#', ['通 勤']],
  ['# # ## 没有话题', []],
  ['价格 #1 和 C#', ['1 和 C']],
  ['一行\n#没有\n收尾#', []],
  [`#${'长'.repeat(19)}#`, []],
  ['#一##二##三##四##五##六#', ['一', '二', '三', '四', '五']],
])('%s', (text, expected) => {
  expect(topicsIn(text)).toEqual(expected)
})

test('case, width and blanks make no other topic', () => {
  expect(new Set(['XC90 发布会', 'xc90发布会', 'ＸＣ９０　发布会'].map(topicKey)).size).toBe(1)
})

test('topics are as hot as their posts, and one author lifts none alone', () => {
  const post = (authorId: string, heat: number, ...topicIds: string[]) => ({ authorId, heat, topicIds })
  const alone = Array.from({ length: 10 }, () => post('a', 5, 'alone'))
  const shared = ['a', 'b', 'c', 'd'].map(author => post(author, 5, 'shared'))
  expect(rankTopics([...alone, ...shared, post('e', 1, 'shared', 'small')])).toEqual([
    { topicId: 'shared', heat: 21, posts: 5 },
    { topicId: 'alone', heat: 15, posts: 10 },
    { topicId: 'small', heat: 1, posts: 1 },
  ])
})
