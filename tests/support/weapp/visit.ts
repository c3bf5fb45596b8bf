/** How a page is opened, and what its full face shows. */
export interface Visit {
  /** `demo-<who>` */
  who: string
  /** Only the full face shows it: neither a skeleton nor an error does. */
  shows: string
  parameters?: (world: ShownWorld) => string
}

/** What the demo world holds that pages are opened for. */
export interface ShownWorld {
  postId: string
  orderId: string
  foundingId: string
  /** A report that nobody has looked at, and one whose outcome its author has appealed. */
  reviewId: string
  appealId: string
  newsId: string
  ticketId: string
  visitId: string
  candidateId: string
}
