export default definePageConfig({ navigationBarTitleText: '行政报修' })
