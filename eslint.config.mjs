import tseslint from 'typescript-eslint'

// Biome lints and formats; ESLint is here for the rules that need types alone.
export default tseslint.config({
  files: ['{domain,cloudfunctions,src,tools,tests}/**/*.{ts,tsx}'],
  languageOptions: { parser: tseslint.parser, parserOptions: { project: './tsconfig.json' } },
  plugins: { '@typescript-eslint': tseslint.plugin },
  linterOptions: { reportUnusedDisableDirectives: 'error' },
  rules: {
    '@typescript-eslint/no-floating-promises': 'error',
    '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
    '@typescript-eslint/switch-exhaustiveness-check': 'error',
  },
})
