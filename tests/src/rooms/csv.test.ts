import { csvOf } from '@/rooms/csv'

test('what would end a cell or a line is quoted, and nothing else', () => {
  expect(
    csvOf([
      ['商品', '数量'],
      ['帆布袋, 大', 2],
      ['一句"话"', '两\n行'],
      ['', 0],
    ]),
  ).toBe('商品,数量\n"帆布袋, 大",2\n"一句""话""","两\n行"\n,0')
})
