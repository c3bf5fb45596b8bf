import { associationTermsOf } from '@domain/union/associationTerms'

test('an association is found by its name, its pinyin and its initials', () => {
  expect(associationTermsOf('光影摄影社')).toEqual(['光影摄影社', 'guangyingsheyingshe', 'gysys'])
  expect(associationTermsOf('VR 社')).toEqual(expect.arrayContaining(['vr社']))
})
