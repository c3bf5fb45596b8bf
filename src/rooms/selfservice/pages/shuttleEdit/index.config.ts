export default definePageConfig({ navigationBarTitleText: '改线路' })
