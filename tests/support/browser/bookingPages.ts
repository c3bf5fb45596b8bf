import { type PageVisit, room, visit } from './pageVisit'

/** Receives visitors at two centres. */
const CENTRE_HOST = 'demo-qiaoan'
/** Runs the gym and the venues in Shanghai. */
const FACILITY_MANAGER = 'demo-miaomiao'

/** A visit in one of the states that a page is opened for, of somebody whom the demo world lets in by name. */
export interface ShownVisit {
  state: string
  placeId: string
  openid: string
}

const SHANGHAI = 'centreId=centre-shanghai'

const COURSE = 'facilityId=gym-shanghai&courseId=gym-shanghai.spin'
const facilityPages: PageVisit[] = [
  visit('courses', room('booking/courses')),
  visit('course', room('booking/course', 'courseId=gym-shanghai.spin')),
  visit('venues', room('booking/venues')),
  visit('venue-day', room('booking/venueDay', 'facilityId=badminton-shanghai')),
  visit('calendar', room('booking/calendar')),
  visit('absences', room('booking/absences'), 'demo-maxiao'),
  visit('facility', room('booking/facility'), FACILITY_MANAGER),
  visit('facility-edit', room('booking/facilityEdit', 'facilityId=badminton-shanghai'), FACILITY_MANAGER),
  visit('facility-place', room('booking/facilityPlace', 'facilityId=badminton-shanghai'), FACILITY_MANAGER),
  visit('course-edit', room('booking/courseEdit', COURSE), FACILITY_MANAGER),
  visit('no-shows', room('booking/noShows', 'facilityId=gym-shanghai'), FACILITY_MANAGER),
  visit('facility-figures', room('booking/facilityFigures', 'facilityId=gym-shanghai'), FACILITY_MANAGER),
]

export const bookingPages = ({ visits }: { visits: readonly ShownVisit[] }): PageVisit[] => [
  visit('centre', room('booking/centre', SHANGHAI)),
  visit('factory', room('booking/centre', 'centreId=centre-chengdu')),
  visit('book', room('booking/book', SHANGHAI)),
  ...visits.map(({ state, placeId, openid }) =>
    visit(`visit-${state}`, room('booking/visit', `placeId=${placeId}`), openid),
  ),
  visit('desk', room('booking/desk', SHANGHAI), CENTRE_HOST),
  visit('closures', room('booking/closures', SHANGHAI), CENTRE_HOST),
  visit('centre-edit', room('booking/centreEdit', SHANGHAI), CENTRE_HOST),
  visit('centre-stats', room('booking/centreStats', SHANGHAI), CENTRE_HOST),
  visit('ticket', room('booking/ticket', 'placeId=badminton-newcomers:VC018842')),
  visit('waiting-ticket', room('booking/ticket', 'placeId=bike-dishui:VC018842')),
  visit('host', room('booking/host', 'sessionId=lens-hall')),
  visit('my-places', room('booking/mine')),
  ...facilityPages,
]
