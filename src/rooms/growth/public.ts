export { CheckInCard } from './CheckInCard'
export { LevelBar } from './LevelBar'
