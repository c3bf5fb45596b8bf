import {
  imageStateAfter,
  imagesAfter,
  imagesTooLate,
  imagesWithoutDoubt,
  isImageVisible,
} from '@domain/forum/images'

test.each([
  [{ errcode: 0, result: { suggest: 'pass' } }, 'passed'],
  [{ errcode: 0, result: { suggest: 'review' } }, 'doubted'],
  [{ errcode: 0, result: { suggest: 'risky' } }, 'blocked'],
  [{ errcode: -1008, result: { suggest: 'pass' } }, 'doubted'],
  [{}, 'doubted'],
])('the verdict %j leaves a picture %s', (verdict, state) => {
  expect(imageStateAfter(verdict)).toBe(state)
})

test.each([
  ['passed', true, true],
  ['passed', false, true],
  ['checking', true, true],
  ['checking', false, false],
  ['doubted', true, true],
  ['doubted', false, false],
  ['blocked', true, false],
  ['blocked', false, false],
] as const)('a picture that is %s, for its author %s, is visible: %s', (state, isAuthor, visible) => {
  expect(isImageVisible(state, isAuthor)).toBe(visible)
})

test('a verdict changes the picture it is about and no other', () => {
  const images = [
    { traceId: 'a', state: 'checking' as const },
    { traceId: 'b', state: 'checking' as const },
  ]
  expect(imagesAfter(images, 'b', 'passed')).toEqual([images[0], { traceId: 'b', state: 'passed' }])
  expect(imagesAfter(images, 'unknown', 'blocked')).toEqual(images)
})

test('a moderator’s word about a picture is final, silence is a doubt', () => {
  const images = [
    { traceId: 'a', state: 'checking' as const },
    { traceId: 'b', state: 'passed' as const },
  ]
  expect(imagesTooLate(images).map(({ state }) => state)).toEqual(['doubted', 'passed'])
  const looked = imagesWithoutDoubt(imagesTooLate(images))
  expect(looked.map(({ state }) => state)).toEqual(['passed', 'passed'])
  expect(imagesAfter(looked, 'a', 'blocked')).toEqual(looked)
})
