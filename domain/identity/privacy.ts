/**
 * The version of the privacy guide that people agree to before any data is asked of them. It goes up whenever the
 * guide changes; forms send the version they showed, so that nobody agrees to a text they have not seen.
 */
export const PRIVACY_VERSION = '3'
