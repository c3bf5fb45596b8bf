export { LeaveButton } from './LeaveButton'
export { OfferBar, OfferCard, OfferChoice, RankCard } from './OfferCard'
export { placeQueries } from './outdated'
export { sayUntil } from './until'
