/** A kind of ticket as it is stored, without the questions and desks of the test that takes it. */
export const heating = {
  _id: 'heat',
  name: '冷暖',
  icon: 'fix',
  hint: '太冷、太热、漏水',
  targetHours: 4,
  order: 1,
  version: 1,
}
