export default definePageConfig({ navigationBarTitleText: '影片', enableShareAppMessage: true })
