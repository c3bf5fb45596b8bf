/** The native component of mp-html, as pages name it in `usingComponents`. */
declare namespace JSX {
  interface IntrinsicElements {
    'mp-html': {
      content: string
      tagStyle: Record<string, string>
      containerStyle: string
      copyLink: boolean
      lazyLoad: boolean
      selectable: boolean
      scrollTable: boolean
      onLinktap: (event: { detail: { href?: string } }) => void
    }
  }
}
