import { permissionsAfter } from '@domain/notice/permissions'

test('an acceptance is one message more, however often it is named', () => {
  expect(permissionsAfter({ orderProgress: 1 }, ['orderProgress', 'orderProgress'], [])).toEqual({
    orderProgress: 2,
  })
})

test('a refusal takes back what was accepted before, and wins over an acceptance', () => {
  expect(permissionsAfter({ orderProgress: 3 }, ['orderProgress'], ['orderProgress'])).toEqual({
    orderProgress: 0,
  })
})

test('leaves other templates alone', () => {
  expect(permissionsAfter({ applicationWaiting: 2 }, ['orderProgress'], [])).toEqual({
    applicationWaiting: 2,
    orderProgress: 1,
  })
})
