import { sayPeople } from '@/rooms/union/pages/event/EventPeople'

const people = ['田野', '马骁', '程立新'].map(name => ({ employeeId: name, name, site: '', department: '' }))

test.each([
  [people.slice(0, 1), 1, false, ['田野', '报名了']],
  [people, 3, false, ['田野、马骁等 3 ', '位报名了']],
  [people.slice(0, 1), 1, true, ['田野', '来了']],
  [people.slice(0, 2), 2, true, ['田野、马骁', '来了']],
])('nobody is said to come beside those who do', (some, coming, isOver, words) => {
  expect(sayPeople({ people: some, coming }, isOver)).toEqual(words)
})
