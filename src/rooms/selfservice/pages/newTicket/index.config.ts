export default definePageConfig({ navigationBarTitleText: '行政支持' })
