import { permissionsAfter } from '@domain/notice/permissions'

test('an acceptance is one message more, however often it is named', () => {
  expect(permissionsAfter({ 'order.progress': 1 }, ['order.progress', 'order.progress'], [])).toEqual({
    'order.progress': 2,
  })
})

test('a refusal takes back what was accepted before, and wins over an acceptance', () => {
  expect(permissionsAfter({ 'order.progress': 3 }, ['order.progress'], ['order.progress'])).toEqual({
    'order.progress': 0,
  })
})

test('leaves other templates alone', () => {
  expect(permissionsAfter({ 'application.waiting': 2 }, ['order.progress'], [])).toEqual({
    'application.waiting': 2,
    'order.progress': 1,
  })
})
