/** Posts that stand on top of one board at most: with more, none of them stands out. */
export const PINNED_MAX = 3
