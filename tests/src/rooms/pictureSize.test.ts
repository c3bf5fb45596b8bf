import { scaledSize } from '@/rooms/forum/pages/compose/pictureSize'

it.each([
  ['small', { width: 1200, height: 900 }, { width: 1200, height: 900 }],
  ['wide', { width: 4096, height: 1024 }, { width: 2048, height: 512 }],
  ['high', { width: 3000, height: 4000 }, { width: 1536, height: 2048 }],
  ['a line', { width: 10_000, height: 1 }, { width: 2048, height: 1 }],
])('a picture that is %s goes up no larger than it need be', (_what, size, goesUp) =>
  expect(scaledSize(size)).toEqual(goesUp),
)
