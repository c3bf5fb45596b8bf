/** A stylesheet means nothing to jsdom. */
export default {}
