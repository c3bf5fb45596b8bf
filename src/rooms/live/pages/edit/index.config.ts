export default definePageConfig({ navigationBarTitleText: '办直播' })
