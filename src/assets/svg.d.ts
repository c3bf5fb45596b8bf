/** The bundler answers with the picture's address. */
declare module '*.svg' {
  const address: string
  export default address
}
