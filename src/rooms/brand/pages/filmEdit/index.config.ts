export default definePageConfig({ navigationBarTitleText: '影片' })
